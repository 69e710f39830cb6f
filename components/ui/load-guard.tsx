'use client';
import { Component, type ComponentType, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { isLoadError } from '@/lib/load-error';

/** What a person sees of a part whose code did not come. */
export type MissingPart =
  /** A notice in its place. */
  | 'notice'
  /** A notice over the page: the part is a dialog that can't be closed. What has `onClose` gets one without asking. */
  | 'over'
  /** Nothing, or what the part was given as `instead`. It comes once the network is back. */
  | 'quiet';

export interface LoadNoticeProps {
  missing: MissingPart;
  onClose?: (() => void) | undefined;
  /** Asks for the code; rejects if it fails again. */
  again: () => Promise<unknown>;
  /** It is being asked for. */
  busy?: boolean;
}

function PlainNotice({ missing, again }: LoadNoticeProps) {
  const t = useTranslations('ui');
  return missing === 'quiet' ? null : (
    <button type="button" className="link" onClick={() => void again().catch(() => {})}>
      {t('partFailed')}. {t('tryAgain')}
    </button>
  );
}

/** What tells that code did not come: a plain button, until `load-notice` has come, which no first paint needs. */
export const notices: { Load: ComponentType<LoadNoticeProps> } = { Load: PlainNotice };

interface LoadGuardProps {
  missing?: MissingPart;
  /** Shown in the place of a quiet part. */
  instead?: ReactNode;
  onClose?: (() => void) | undefined;
  /** Asks for the code again. */
  load: () => Promise<unknown>;
  onFailed?: () => void;
  /** Draws what is inside; again after a failure, since a failed element stays failed. */
  children: () => ReactNode;
}

/** Keeps the page when code or messages of what is inside don't come, and lets them be asked for again. */
export class LoadGuard extends Component<LoadGuardProps, { error: unknown }> {
  override state = { error: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override componentDidCatch() {
    this.props.onFailed?.();
  }
  override render() {
    const { missing = 'notice', instead = null, onClose, load, children } = this.props;
    const { error } = this.state;
    if (error === null) return children();
    if (!isLoadError(error)) throw error as unknown; // an error in the code itself belongs to the page
    const again = async () => {
      await load();
      this.setState({ error: null });
    };
    return (
      <>
        {missing === 'quiet' ? instead : null}
        <notices.Load {...{ missing, onClose, again }} />
      </>
    );
  }
}
