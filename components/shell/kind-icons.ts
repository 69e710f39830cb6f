import { Boxes, FolderKanban, Server } from 'lucide-react';

/** What stands beside a scope. */
export const kindIcons = { organization: Boxes, project: FolderKanban, account: Server } as const;
