import { FirewallView } from '@/components/vps/firewall/firewall-view';
import { firewallInputs } from '@/components/vps/firewall/inputs';
import { readForPage } from '@/lib/next/read-for-page';
import { instanceTitle } from '@/components/vps/instances/instance-title';
import { Messages } from '@/components/parts/shell/messages';
import { PartLoading } from '@/components/parts/shell/page-loading';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { viewerAddress } from '@/lib/next/viewer';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string; instance: string }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  return instanceTitle(params, (await translator('firewall'))('title'));
}

/** The tab with the firewall of an instance. */
async function FirewallPage({ params }: Props) {
  const { account, instance } = await pageParams(params);
  const inputs = firewallInputs(instance);
  const [policy, rules, sets, seen] = await Promise.all([
    readForPage('D35', inputs.policy, account),
    readForPage('D38', inputs.rules, account),
    readForPage('D43', inputs.sets, account),
    viewerAddress(),
  ]);
  const problems = { policy: policy.problem, rules: rules.problem, sets: sets.problem };
  return (
    <Messages namespaces={['firewall']}>
      <Hydrate answers={[...policy.answers, ...rules.answers, ...sets.answers]}>
        <FirewallView instance={instance} viewerAddress={seen} problems={problems} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(PartLoading, FirewallPage);
