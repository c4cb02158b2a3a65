import type { HelpTopic } from '../../state/view-store';

/** A question a teacher has, and its answer. */
export interface HelpSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Said one by one after the paragraphs. */
  readonly points?: readonly string[];
}

export interface HelpPage {
  readonly id: HelpTopic;
  readonly title: string;
  readonly sections: readonly HelpSection[];
}

const begin: readonly HelpSection[] = [
  {
    title: '一门专业写一遍，各种文件跟着出',
    paragraphs: [
      '您在中间一栏写的是专业本身：典型工作任务、课程、课程目标、学习任务、考核。Word 文件是从它排出来的，同一句话不用在几份文件里各抄一遍，改一处，各份文件都跟着改。',
    ],
  },
  {
    title: '先做什么',
    paragraphs: ['按开发的顺序做，每一步做完，下一步要填的就少一些：'],
    points: [
      '写一个典型工作任务：名称、描述、工作对象、工作要求。',
      '由它生成一门一体化课程，名称和描述都带过来。',
      '写课程目标，一条一行，按 Enter 换下一条。',
      '加学习任务，在每条目标右边点一下，标出它在哪个学习任务里学。',
      '填基准学时，再按比例分到各个学习任务。',
      '打开预览，看它在纸上的样子。',
      '导出 Word，交给专家或教研室。',
    ],
  },
  {
    title: '空着的栏怎么写',
    paragraphs: [
      '空着的栏里有“例”，一好一差，写下第一个字就消失。不必从头写到尾，空着的栏不会打印出提示，导出之前会列出还没有写的地方。',
    ],
  },
];

const files: readonly HelpSection[] = [
  {
    title: '两个词：已保存、已写入',
    paragraphs: ['没有“保存”按钮，写下去就在保存。文件名旁边的两个词说到了哪一步：'],
    points: [
      '“已保存”：这台电脑的日志里有了，现在断电也不会丢。',
      '“已写入”和时间：项目文件（.gxk）里也有了，已经读回来核对过。把文件拷走之前，看到这个词再拷；等不及就按 Ctrl+S。',
    ],
  },
  {
    title: '三个地方各有一份',
    paragraphs: ['写下的内容同时在三个地方，一处坏了，用另外两处补回来，补回时会用一句话告诉您：'],
    points: [
      '项目文件（.gxk）：在您选的文件夹里，可以拷走、可以交给同事，打开就能接着写。',
      '日志：在这台电脑上，每一步都记着，“历史”一栏就是从它来的。',
      '草稿库：在这台电脑上，窗口用的那一份。',
    ],
  },
  {
    title: '备份',
    paragraphs: [
      '写入文件时自动备份：最近 20 份，30 天内每天 1 份，导入、合并、升级之前各另留 1 份。删去项目文件，备份还在；想更稳妥，在“设置”里把备份放到另一块盘上。在“备份”页可以打开看，恢复时打开的是副本，现在的文件不动。',
    ],
  },
  {
    title: '用 U 盘带回家写',
    paragraphs: ['项目文件就是全部，带它一个就够。'],
    points: [
      '等到“已写入”，关闭文件（Ctrl+W），再拷到 U 盘。',
      '在家里的电脑上拷到硬盘，打开，写完同样关闭，再拷回来。',
      '拷回学校的电脑，放回原处或放在别处都可以，打开就接着写，不会提问。',
      '可以直接在 U 盘上写，但拔出之前一定要看到“已写入”。',
    ],
  },
  {
    title: '什么时候会说“两份不同的稿子”',
    paragraphs: [
      '学校和家里的两份，从同一处分开后各自都改过，谁也不包含谁，打开时会问用哪一份接着写。没有选中的那份收进备份，不会丢；可以从备份恢复成副本，对照着把要的内容抄过来。只在一边改过的，不会问。',
    ],
  },
  {
    title: '同事也打开了这个文件',
    paragraphs: [
      '别人改过的文件不会被悄悄盖掉。这时上面会出现一条红色的说明，可以把您的另存在旁边，也可以换成文件里的（您的留作备份）。两个人不要同时写同一个文件，分工时各写一份副本。',
    ],
  },
];

const paste: readonly HelpSection[] = [
  {
    title: '粘贴一段有编号的文字',
    paragraphs: [
      '从 WPS 文字里复制几条，在课程目标、工作要求这样的列表里按 Ctrl+V：一段成一条，前面的“1.”“（1）”“①”去掉，编号由文件自己排。',
    ],
  },
  {
    title: '粘贴表格里的一块',
    paragraphs: [
      '从 WPS 表格或文字里的表格选中一块复制，贴到列表里：一行成一条，能认出的列对到名称、学时、说明。认不准时先打开预览，由您在每一列上面选好再粘贴。',
      '人员、职业资格这样的表也一样：第一行是表头就按表头对，不是表头就从光标所在的列往右排。表还空着时，用 Tab 选中“添加……”再按 Ctrl+V。',
    ],
  },
  {
    title: '贴错了',
    paragraphs: ['一次粘贴算一步，按一次 Ctrl+Z 全部退回。'],
  },
  {
    title: '文字的样子',
    paragraphs: [
      '字体、字号、颜色、加粗不带进来：文件的样子由版式决定，这样各门课程才一致。上标、下标请用字符，例如 m²、CO₂。',
    ],
  },
  {
    title: '从这里复制到 WPS',
    paragraphs: [
      '在一条里按两次 Ctrl+A 选中整张清单（或者用 Shift+↑↓ 连着选几条），按 Ctrl+C，贴到 WPS 表格里一条一行，贴到 WPS 文字里一条一段；直接打字或者粘贴，选中的几条一起换掉；学习任务和人员表各列也分开。课程表选几格照样复制。',
      '要整份文件，用“导出文件”（Ctrl+E）。',
    ],
  },
];

const questions: readonly HelpSection[] = [
  {
    title: '找不到文件了',
    paragraphs: [
      '窗口最下面一行写着文件所在的文件夹；开始页“最近”里每个文件也写着位置。文件被移走或删除了，可以从“备份”恢复成副本，或者在开始页点它，用本机保存的内容重新写出。',
    ],
  },
  {
    title: '删错了',
    paragraphs: [
      'Ctrl+Z 一步一步退回，关掉再打开也能退。删了整门课程、过了很久才发现的，从“备份”里找那之前的一份。',
    ],
  },
  {
    title: '预览和 Word 里字体不一样',
    paragraphs: [
      '这台电脑缺少规定的字体时，预览用相近的字体代替，导出的 Word 仍写规定的字体名。缺哪些，在“设置”的“字体”里看。',
    ],
  },
  {
    title: '怎样出 PDF、怎样打印',
    paragraphs: [
      '在“导出文件”（Ctrl+E）里勾上 PDF。页和预览里的一样，横页竖页在一份文件里，页码连续。要打印，在预览里选好版式，按 Ctrl+P；横页会转过来，印在同样大小的纸上。',
      '导出时可以随时取消。一次导出要么全部写好，要么一份也不写，原来的文件都不动。',
    ],
  },
  {
    title: '送审的是哪一份，后来改了什么',
    paragraphs: [
      '送审之前，从“文件”菜单选“存为讨论稿／送审稿／定稿”。那一刻的稿子和全套 Word 原样留在项目文件里，跟着文件走，谁也不能再改。',
      '以后在“留底与定稿”里能看到每一份是谁在什么时候存的、此后改了哪些，也能把当时的文件原样取出来。平时导出的文件，最近 20 次也在那里。',
    ],
  },
  {
    title: '导出的 Word 改了以后怎么办',
    paragraphs: [
      '再导出时，改过的 Word 不会被悄悄盖掉，会问您怎么办：另起一个名字、跳过，还是换成新的。专家在 Word 里改的内容，目前请对照着在这里改一遍，这样别的文件也跟着对。',
    ],
  },
  {
    title: '要不要联网，数据会不会传出去',
    paragraphs: ['不联网，没有账号，什么都不传出去。您的文件只在您的电脑和您拷去的地方。'],
  },
  {
    title: '字太小，或者窗口放不下',
    paragraphs: [
      '“设置”里“大小”可以从 80% 到 200%。屏幕窄的时候，大纲和右栏会收成一条，点一下（或按 Ctrl+1、Ctrl+3）打开。',
    ],
  },
];

/** Everything the help says, except the keys, which come from the list of actions. */
export const helpTopics: readonly HelpPage[] = [
  { id: 'begin', title: '怎么开始', sections: begin },
  { id: 'keys', title: '键盘用法', sections: [] },
  { id: 'files', title: '文件存在哪里', sections: files },
  { id: 'paste', title: '从 WPS 粘贴', sections: paste },
  { id: 'questions', title: '常见问题', sections: questions },
];
