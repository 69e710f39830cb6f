import { downloadKubeconfig } from '@/lib/documents/downloads-api';
import { pageParams } from '@/lib/next/params';

interface Context {
  params: Promise<{ group_type: string; group: string; cluster: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { group_type, group: uuid, cluster: k8s_uuid } = await pageParams(params);
  return downloadKubeconfig(request, { group_type, uuid, k8s_uuid });
}
