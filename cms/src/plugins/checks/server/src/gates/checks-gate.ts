import { randomUUID } from 'node:crypto';
import { invalid } from '../../../../review/server/src/errors';
import type { Gate } from '../../../../review/server/src/gates';
import { reading } from '../../../../review/server/src/tables/reading';
import { judge, readAcceptances } from '../decisions/acceptance';
import type { Finding } from '../decisions/finding';
import { runChecks } from '../decisions/registry';
import { subjectOf } from '../content';
import { acceptancesFor } from '../tables/acceptances';

const list = (findings: Finding[]): string =>
  findings
    .slice(0, 3)
    .map((finding) => `${finding.place.label}：${finding.message.replace(/。$/, '')}`)
    .join('；') + (findings.length > 3 ? ` 等 ${findings.length} 处` : '');

/** What is missing in the form is refused by the command itself, in its own words. */
const LEFT_TO_SUBMIT = ['required-field', 'alternative-text', 'particulars'];

/**
 * Runs the checks before submission and again before release: word lists and laws may have changed in between, and a release is the last
 * moment at which personal data can be kept in. Reasons given at submission hold for the same findings of the same content.
 */
export const checksGate: Gate = {
  before: ['submit', 'release'],
  async check({ strapi, action, row, input }) {
    const { subject, listVersion } = await subjectOf(strapi, row);
    const findings = runChecks(subject);
    const earlier = action === 'release' ? await acceptancesFor(await reading(strapi), row.document_id, row.content_hash) : [];
    const given = readAcceptances(input.accepted);
    const { stops, open, accepted } = judge(findings, [...earlier, ...given]);
    const ours = stops.filter((finding) => action === 'release' || !LEFT_TO_SUBMIT.includes(finding.check));
    const word = action === 'submit' ? '送审' : '发布';
    if (ours.length > 0) {
      throw invalid('CHECKS_STOP', `检查没有通过，不能${word}：${list(ours)}。`, action === 'submit' ? '请逐处修改后再送审。' : '请退回起草人修改。', { findings, listVersion });
    }
    if (stops.length === 0 && open.length > 0) {
      throw invalid('CHECKS_WARN', `有 ${open.length} 处提醒，请修改或逐处写明理由。`, '每一处写明理由后可以继续，理由记入审计记录。', { findings, listVersion });
    }
    const kept = accepted.map(({ key, check, place, kept: matched, reason }) => ({ finding: key, check, place: place.label, matched: matched.slice(0, 120), reason }));
    return {
      detail: { checks: { listVersion, accepted: kept } },
      within: async ({ trx, actor, at }, after) => {
        // The command has let pass what this check stops: the two have come apart.
        if (stops.length > 0) throw invalid('CHECKS_STOP', `检查没有通过，不能${word}：${list(stops)}。`, '请逐处修改后再送审。', { findings, listVersion });
        const content_hash = after.content_hash ?? '';
        await trx('checks_run').insert({ id: randomUUID(), document_id: row.document_id, content_hash, action, at, by: actor.id, list_version: listVersion, warnings: accepted.length });
        for (const { key, check, reason } of accepted) {
          const acceptance = { document_id: row.document_id, content_hash, finding: key, check_id: check, reason, by: actor.id, at };
          await trx('checks_acceptance').insert(acceptance).onConflict(['document_id', 'content_hash', 'finding']).ignore();
        }
      },
    };
  },
};
