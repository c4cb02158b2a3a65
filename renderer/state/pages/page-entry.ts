import type { Command } from '@shared/core/commands/command';
import type { RecordId } from '@shared/core/kernel/id';
import type { PageKind } from '@shared/core/model/family';
import type { Project } from '@shared/core/model/project';
import type { Kind, KnownRecord } from '@shared/core/model/record';
import type { PaperKindId } from '@shared/core/papers/paper-kinds';

/** What a page of a record is, said once: outline, palette, crumbs, preview and the ways back ask this. */
export interface PageEntry {
  readonly kind: PageKind;
  /** Which further page of the record it is; left out = its first. No two pages have the same. */
  readonly part?: string;
  /** What stands over it, `{name}` for what the record is called; left out = the label of the kind. */
  readonly title?: string;
  /** What its record is called beside its name; '' = the name says it, left out = the label of the kind. */
  readonly word?: string;
  /** One character in the outline. */
  readonly tag?: string | ((record: KnownRecord, index: number) => string);
  /** What stands in grey at the end of its line there. */
  readonly note?: (project: Project, record: KnownRecord) => string;
  /** Its line there, and those of its further pages, stand out; of a group, some way off the line above. */
  readonly heads?: 'all' | 'group';
  /** Stands before others that are found as well. */
  readonly isFirst?: true;
  /** It is a table as wide as the window: the side panel makes room for it by itself. */
  readonly isTable?: true;
  readonly wide?: true;
  /** The paper shown beside it, and the one shown while there is no record yet that it is about. */
  readonly paper: PaperKindId;
  readonly paperBefore?: PaperKindId;
  /** Where in that paper it begins: its record, or what is first written on it; left out = where the paper does. */
  readonly begins?: 'record' | 'form';
  /** How such a page is added. */
  readonly adding?: readonly Adding[];
  /** Over the sheet, beside 已完成. */
  readonly aside?: OwnName;
  /** What draws it where its form alone does not. */
  readonly drawnBy?: 'course' | 'courseTable';
  readonly form: readonly Piece[];
}

/** One way to add a page; shown in menus and in the palette. */
export interface Adding {
  readonly id: string;
  readonly title: string;
  /** It stands below the nearest record of this kind. */
  readonly near: PageKind;
  /** Offered for the lines of that kind alone, not everywhere below it. */
  readonly onlyThere?: true;
  readonly isOffered?: (project: Project) => boolean;
  /** `nearId` is that record, `here` the one where one is. */
  readonly add: (
    perform: Perform,
    at: Readonly<{ project: Project; nearId: RecordId; here: RecordId }>,
  ) => void;
}

type Perform = <Input>(command: Command<Input>, input: Input) => void;

/** A piece of a page; what it is about is a field of the record of the page, or of the `of` around it. */
export type Piece = CellsPiece | TextPiece | RowsPiece | ListPiece | PartPiece | OwnPiece;

interface Titled {
  /** Left out = the label of the field or of the kind. */
  readonly title?: string;
  /** What the way to it over the page is called; left out = its title, '' = there is none. */
  readonly jump?: string;
}

/** A row of the form: labels with what is written beside them. */
export interface CellsPiece {
  readonly cells: readonly Cell[];
  readonly look: 'pairs' | 'one' | 'hours' | 'task';
}

/** A field with its lock, or what the record above is called: that is said, not written. */
export type Cell =
  | { readonly field: string; readonly ghost?: string; readonly lock?: string }
  | { readonly above: Kind };

/** Paragraphs under a title of their own. */
export interface TextPiece extends Titled {
  readonly text: string;
  /** Said while nothing is written. */
  readonly blank?: string;
  /** How many characters are wished for. */
  readonly wish?: readonly [from: number, to: number];
}

/** Records of a kind below, as the rows of a table. */
export interface RowsPiece extends Titled {
  readonly rows: Kind;
  /** What one of them is called. */
  readonly noun?: string;
  readonly note?: string;
  /** The field whose example stands under an empty table. */
  readonly example?: string;
  /** The choice in which rows take one option after the other. */
  readonly steps?: string;
  /** Left out = all fields of the kind, each as wide as the others. */
  readonly columns?: readonly Column[];
}

export interface Column {
  readonly field: string;
  /** Share of the width. */
  readonly share: number;
  readonly ghost?: string;
}

/** Records of a kind below as lines, or a list of texts in the record itself. */
export type ListPiece = Titled & { readonly ghost?: string } & (
    { readonly lines: Kind } | { readonly items: string }
  );

interface Late {
  /** Only in the whole form of a course. */
  readonly isWhole?: true;
  /** How many others are drawn before it when the page comes up. */
  readonly after?: number;
}

/** Pieces about the one record of a kind below; with a title they are a part of the page. */
export interface PartPiece extends Titled, Late {
  readonly of: Kind;
  /** The field whose 为什么 stands behind the title. */
  readonly why?: string;
  /** A bare string is a smaller heading. */
  readonly pieces: readonly (Piece | string)[];
}

/** What is more than fields and rows, by its name. */
export interface OwnPiece extends Late {
  readonly own: OwnName;
  /** The way to it over the page, and the heading that leads to. */
  readonly jump?: string;
  readonly id?: string;
  /** Kinds that are written there. */
  readonly kinds?: readonly Kind[];
}

/** The names of the components in `features/pages/own-pieces.tsx`. */
export type OwnName =
  | ('occupations' | 'levels' | 'majorPages' | 'levelGoals' | 'terms')
  | ('startPoints' | 'levelTasks' | 'levelCourses' | 'analysis' | 'competence' | 'makeCourse')
  | ('taskExcerpt' | 'objectives' | 'contents' | 'courseTasks' | 'weights' | 'shares')
  | ('examCase' | 'pointsMatrix' | 'taught');
