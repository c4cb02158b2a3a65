/** What the docx package has no option for, set in the XML it wrote. */

/** Levels of the chapter numbering belong to Word's heading styles: a chapter added in Word gets its number. */
export function linkHeadings(numberingXml: string): string {
  return numberingXml.replace(/<w:abstractNum .*?<\/w:abstractNum>/gs, (list) =>
    list.includes('chineseCounting') ? linkLevels(list) : list,
  );
}

const levels = [0, 1, 2, 3];

function linkLevels(list: string): string {
  const whole = '<w:multiLevelType w:val="multilevel"/>';
  const named = list.replace('<w:multiLevelType w:val="hybridMultilevel"/>', whole);
  return levels.reduce(
    (xml, level) =>
      xml.replace(
        new RegExp(`<w:lvl w:ilvl="${level}"[^>]*>(<w:start [^>]*>)(<w:numFmt [^>]*>)`),
        `<w:lvl w:ilvl="${level}">$1$2<w:pStyle w:val="Heading${level + 1}"/>`,
      ),
    named,
  );
}

/** Full-width marks that meet are set closer, as Chinese Word documents have it. */
export function compressPunctuation(settingsXml: string): string {
  const setting = '<w:characterSpacingControl w:val="compressPunctuation"/>';
  return settingsXml.replace('<w:compat>', `${setting}<w:compat>`);
}
