import type { SampleFiles } from './major-source';
import shangpinXuanpin from '../../../templates/samples/hulianwang-yingxiao/01-shangpin-xuanpin.json';
import duanshipinZhizuo from '../../../templates/samples/hulianwang-yingxiao/02-duanshipin-zhizuo.json';
import zhibojianDajian from '../../../templates/samples/hulianwang-yingxiao/03-zhibojian-dajian.json';
import wangdianYunying from '../../../templates/samples/hulianwang-yingxiao/04-wangdian-yunying.json';
import zhiboYingxiao from '../../../templates/samples/hulianwang-yingxiao/05-zhibo-yingxiao.json';
import xinmeitiTuiguang from '../../../templates/samples/hulianwang-yingxiao/06-xinmeiti-tuiguang.json';
import yingxiaoShuju from '../../../templates/samples/hulianwang-yingxiao/07-yingxiao-shuju.json';
import tuanduiGuanli from '../../../templates/samples/hulianwang-yingxiao/08-tuandui-guanli.json';
import generalCourses from '../../../templates/samples/hulianwang-yingxiao/general-courses.json';
import outline from '../../../templates/samples/hulianwang-yingxiao/sample.json';

/** The files of `templates/samples/hulianwang-yingxiao/`, the parts in the order of their names. */
export const hulianwangYingxiao: SampleFiles = {
  outline,
  generalCourses,
  parts: [
    shangpinXuanpin,
    duanshipinZhizuo,
    zhibojianDajian,
    wangdianYunying,
    zhiboYingxiao,
    xinmeitiTuiguang,
    yingxiaoShuju,
    tuanduiGuanli,
  ],
};
