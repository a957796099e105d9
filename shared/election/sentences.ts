import type { BallotResult, ElectionResult, Votes } from '../domain/election.ts';

type Language = 'zh' | 'en';
/** The name of a member, by id. */
type NameOf = (member: string) => string;

/** How the election of 组长 stands, a line for the outcome and one for each ballot: for reports and the command line. */
export function electionSentences(election: ElectionResult, nameOf: NameOf, language: Language): string[] {
  const words = { nameOf, language };
  return [
    language === 'zh' ? `推选组长：${outcomeOf(election, words)}。` : `Election of the leader: ${outcomeOf(election, words)}.`,
    ...election.ballots.map((ballot, index) =>
      language === 'zh'
        ? `第 ${index + 1} 次无记名投票：${tallyOf(ballot, words)}。`
        : `Secret ballot ${index + 1}: ${tallyOf(ballot, words)}.`,
    ),
  ];
}

type Words = { readonly nameOf: NameOf; readonly language: Language };

function outcomeOf({ state, leader, tied, closing }: ElectionResult, words: Words): string {
  const { nameOf, language } = words;
  const isZh = language === 'zh';
  switch (state) {
    case 'elected':
      return isZh ? `${nameOf(leader ?? '')}得票最多，当选` : `${nameOf(leader ?? '')} has most votes and leads`;
    case 'closed': {
      const by = nameOf(closing?.by ?? '');
      const who =
        leader === null ? (isZh ? '没有产生组长' : 'without a leader') : isZh ? `${nameOf(leader)}任组长` : `${nameOf(leader)} leads`;
      const cast =
        closing === null || closing.votes.length === 0 ? '' : `${isZh ? '；当场表决 ' : '; vote in the room: '}${votesOf(closing, words)}`;
      return isZh
        ? `${by}于 ${closing?.closedAt ?? ''} 结束推选，${who}${cast}；理由：${closing?.reason ?? ''}`
        : `closed by ${by} on ${closing?.closedAt ?? ''}, ${who}${cast}; reason: ${closing?.reason ?? ''}`;
    }
    case 'tied':
      return isZh ? `尚未完成，${listed(tied, words)}票数相同` : `not finished; ${listed(tied, words)} have the same number of votes`;
    case 'void':
      return isZh ? '尚未完成，选票不符合规则' : 'not finished; the ballots are not valid';
    case 'open':
      return isZh ? '尚未完成，选票没有到齐' : 'not finished; ballots are missing';
  }
}

function tallyOf(ballot: BallotResult, words: Words): string {
  const isZh = words.language === 'zh';
  switch (ballot.state) {
    case 'counted':
      return votesOf(ballot, words);
    case 'waiting':
      return isZh ? `还缺${listed(ballot.notVoted, words)}的选票` : `ballots missing of ${listed(ballot.notVoted, words)}`;
    case 'replaced':
      return isZh
        ? `没有计票，没有投票的：${listed(ballot.notVoted, words)}`
        : `not counted; had not voted: ${listed(ballot.notVoted, words)}`;
    case 'void':
      return isZh ? '选票不符合规则，没有计票' : 'not valid, not counted';
  }
}

function votesOf(
  { votes, abstentions }: { readonly votes: readonly Votes[]; readonly abstentions: number },
  { nameOf, language }: Words,
): string {
  const isZh = language === 'zh';
  return [
    ...votes.map((each) => (isZh ? `${nameOf(each.member)} ${each.votes} 票` : `${nameOf(each.member)} ${each.votes}`)),
    isZh ? `弃权 ${abstentions} 票` : `abstentions ${abstentions}`,
  ].join(isZh ? '、' : ', ');
}

function listed(ids: readonly string[], { nameOf, language }: Words): string {
  return ids.map(nameOf).join(language === 'zh' ? '、' : ', ');
}
