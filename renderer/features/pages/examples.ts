/** What a blank place shows: one good and one bad sentence, and what is wrong with the bad one. */
export interface ExampleWords {
  readonly hint: string;
  readonly good: string;
  readonly bad: string;
  readonly why: string;
}

export const examples = {
  taskDescription: {
    hint: '写企业里的这件工作：从哪里来、怎么做完、交给谁、按什么规矩。宜 300～600 字。',
    good: '维修人员从班组长处领取派工单，核对车辆与维护项目，查阅手册，准备工具与备件，按规程完成检查、更换和调整，自检合格后交检验员验收，填写记录并归档。',
    bad: '学生通过本任务学习汽车维护的基本知识。',
    why: '这是课堂，不是企业里的工作',
  },
  workObject: {
    hint: '按做事的先后一条一条写，每条是一个带动作的名词短语。',
    good: '维护派工单的阅读与车辆信息核对',
    bad: '汽车',
    why: '看不出做什么',
  },
  workRequirement: {
    hint: '与左边的工作对象一条对一条，写做到什么程度。',
    good: '扭矩、加注量符合该车型手册的规定，旧件、废液分类回收。',
    bad: '认真负责，保证质量。',
    why: '没法检查',
  },
  workMethod: {
    hint: '写这件工作里真用到的方法，5～10 条。',
    good: '量具测量对照法',
    bad: '讲授法',
    why: '这是教学方法',
  },
  workOrganization: {
    hint: '独立还是小组、向谁领任务、与谁沟通、谁来验收。',
    good: '独立或两人配合；从班组长领单，与前台、备件库沟通，完工后交检验员验收。',
    bad: '以小组合作的形式完成学习。',
    why: '这是课堂，不是企业',
  },
  competence: {
    hint: '写能做成什么事，3～7 条，每条以“能”开头。',
    good: '能按厂家周期和手册独立完成汽车维护作业，质量符合竣工检验标准。',
    bad: '掌握汽车维护知识。',
    why: '没有行为，也没有标准',
  },
  objective: {
    hint: '沿工作过程写 6～9 条，每条：能 + 依据 + 做什么 + 做到什么程度。',
    good: '能读懂维护派工单，核对车辆信息和里程，向客户复述维护项目并取得签字确认。',
    bad: '了解汽车维护的重要性。',
    why: '看不出会做什么',
  },
  stage: {
    hint: '先写工作环节，再在每个环节下面写实践知识和理论知识。',
    good: '领取派工单，明确维护任务',
    bad: '第一章 汽车维护概述',
    why: '这是教材的章，不是工作的环节',
  },
  learningTask: {
    hint: '写 3～6 个学习任务，由易到难；学时合计等于基准学时。',
    good: '1万公里定期维护：客户预约首保，更换机油、机滤，检查底盘与电器，当面说明结果。',
    bad: '任务一 发动机',
    why: '没有情境、没有客户、没有交付物',
  },
  taskScenario: {
    hint: '写清情境、客户、任务、时限、交付物和验收。宜 150～300 字。',
    good: '某品牌 4S 店到店新车 3 台，按厂家清单逐台检查，两小时内交前台，附检查单，由检验员验收。',
    bad: '学习新车检查的方法和步骤。',
    why: '没有客户，也没有要交出来的东西',
  },
  scenario: {
    hint: '写一个同类但没练过的任务。宜 100～250 字。',
    good: '一辆行驶 6 万公里的网约车到店，车主反映制动距离变长，要求两小时内完成维护并说明结果。',
    bad: '请完成汽车维护。',
    why: '没有情境，没法按要求评分',
  },
  taskRequirement: {
    hint: '写 3～6 条要交出来的东西，每条说得清怎么算做到。',
    good: '填写维护检测记录单，标准值、实测值和结论齐全。',
    bad: '做好检查。',
    why: '没有交付物，评分时各说各的',
  },
  point: {
    hint: '写看什么来判断这条目标达到了。',
    good: '制动片、制动盘厚度测量正确，结论与极限值相符',
    bad: '表现良好',
    why: '看不出看什么',
  },
} as const satisfies Readonly<Record<string, ExampleWords>>;

export type ExampleName = keyof typeof examples;
