const formName = /附件\s*[3三]|申报表|申报书|申请表/u;
const otherName = /附件\s*[4四]|承诺书|台账|制度|合同/u;
const formExtension = /\.(docx|xlsx|xlsm|doc|xls|wps|et)$/iu;

/** Whether a file could hold 附件3 at all: a Word file or a spreadsheet, old ones too, whose name doesn't say it is something else. */
export function mayBeForm(name: string): boolean {
  return formExtension.test(name) && (!otherName.test(name) || formName.test(name));
}

/** Whether a file is called what 附件3 is called. */
export function isNamedLikeForm(name: string): boolean {
  return formExtension.test(name) && formName.test(name);
}
