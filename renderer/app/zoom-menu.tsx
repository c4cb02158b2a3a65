import { useEffect } from 'react';
import { scaleSteps } from '../state/scale-steps';
import { useSettings, useStudio } from '../state/studio';
import { MenuButton } from '../ui/menu';
import { drawAt, zoomBy } from './actions/zoom-actions';

/** How large the window is drawn; opens the sizes there are. */
export function ZoomMenu() {
  const studio = useStudio();
  const scale = useSettings((state) => state.settings.scale);
  return (
    <MenuButton
      label={`大小 ${String(scale)}%`}
      className="status-button"
      entries={scaleSteps(scale).map((step) => ({
        id: String(step),
        label: `${String(step)}%`,
        current: step === scale,
        run: () => void drawAt(studio, step),
      }))}
    >
      {scale}%
    </MenuButton>
  );
}

/** How far the wheel turns for one step; a touchpad sends many small turns. */
const turnOfStep = 60;

/** Ctrl and the wheel draw the window larger and smaller, as in WPS. */
export function useZoomWheel(): void {
  const studio = useStudio();
  useEffect(() => {
    let turned = 0;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < turnOfStep) return;
      zoomBy(studio, turned > 0 ? -1 : 1);
      turned = 0;
    };
    window.addEventListener('wheel', turn, { passive: false });
    return () => {
      window.removeEventListener('wheel', turn);
    };
  }, [studio]);
}
