// Begun with first, in a file of its own: shell and drafts get ready while the rest is still being read.
import './begin';
// Each sheet lies with its feature; what stands below goes before what stands above.
import './styles/tokens.css';
import './styles/base.css';
import './ui/ui.css';
import './app/frame.css';
import './features/start/start.css';
import './features/outline/outline.css';
import './features/history/history.css';
import './features/palette/palette.css';
import './features/preview/preview.css';
import './features/pages/page.css';
import './features/pages/sheet.css';
import './features/pages/fields/fields.css';
import './features/pages/mapping/mapping.css';
import './features/pages/course.css';
import './features/pages/analysis.css';
import './features/pages/level/level.css';
import './features/pages/major/major.css';
import './features/pages/course-table/course-table.css';
import './features/pages/fields/paste.css';
import './features/settings/settings.css';
import './features/help/help.css';
import './features/checks/checks.css';
import './features/find/find.css';
import './features/export/export.css';
import './window';
