import './begin';
import './styles/tokens.css';
import './styles/base.css';
import './styles/ui.css';
import './styles/frame.css';
import './styles/start.css';
import './styles/outline.css';
import './styles/panels.css';
import './styles/pages.css';
import './styles/course-table.css';
import './styles/paste.css';
import './styles/pages-forms.css';
import './styles/settings.css';
import './styles/help.css';
import './styles/checks.css';
import './styles/find.css';
import './styles/export.css';

// Shell and drafts get ready while the program of the window is still being read.
void import('./window');
