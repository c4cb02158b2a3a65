import { useStore } from 'zustand';
import type { FindState } from './find-store';
import { useStudio } from './studio';

export function useFind<Part>(selector: (state: FindState) => Part): Part {
  return useStore(useStudio().find, selector);
}
