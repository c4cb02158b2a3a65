import type { SampleFiles } from './major-source';
import qicheWeihu from '../../../templates/samples/qiche-weixiu/01-qiche-weihu.json';
import fadongjiZongcheng from '../../../templates/samples/qiche-weixiu/02-fadongji-zongcheng.json';
import dipanBujian from '../../../templates/samples/qiche-weixiu/03-dipan-bujian.json';
import zhidongXitong from '../../../templates/samples/qiche-weixiu/04-zhidong-xitong.json';
import dianqiShebei from '../../../templates/samples/qiche-weixiu/05-dianqi-shebei.json';
import kongtiaoXitong from '../../../templates/samples/qiche-weixiu/06-kongtiao-xitong.json';
import fadongjiDiankong from '../../../templates/samples/qiche-weixiu/07-fadongji-diankong.json';
import zidongBiansuqi from '../../../templates/samples/qiche-weixiu/08-zidong-biansuqi.json';
import dipanDiankong from '../../../templates/samples/qiche-weixiu/09-dipan-diankong.json';
import cheshenDianqiWangluo from '../../../templates/samples/qiche-weixiu/10-cheshen-dianqi-wangluo.json';
import xinnengyuanDongli from '../../../templates/samples/qiche-weixiu/11-xinnengyuan-dongli.json';
import zongheXingneng from '../../../templates/samples/qiche-weixiu/12-zonghe-xingneng.json';
import yinanGuzhang from '../../../templates/samples/qiche-weixiu/13-yinan-guzhang.json';
import zhiliangJianyan from '../../../templates/samples/qiche-weixiu/14-zhiliang-jianyan.json';
import jishuPeixun from '../../../templates/samples/qiche-weixiu/15-jishu-peixun.json';
import generalCourses from '../../../templates/samples/qiche-weixiu/general-courses.json';
import outline from '../../../templates/samples/qiche-weixiu/sample.json';

/** The files of `templates/samples/qiche-weixiu/`, the parts in the order of their names. */
export const qicheWeixiu: SampleFiles = {
  outline,
  generalCourses,
  parts: [
    qicheWeihu,
    fadongjiZongcheng,
    dipanBujian,
    zhidongXitong,
    dianqiShebei,
    kongtiaoXitong,
    fadongjiDiankong,
    zidongBiansuqi,
    dipanDiankong,
    cheshenDianqiWangluo,
    xinnengyuanDongli,
    zongheXingneng,
    yinanGuzhang,
    zhiliangJianyan,
    jishuPeixun,
  ],
};
