import { Component, type ErrorInfo, type PropsWithChildren, type ReactNode } from 'react';
import ErrorBoundaryFallbackPage from '../modules/shared/src/components/error/fallbacks/ErrorBoundaryFallbackPage';

interface Crash {
  error: Error;
  componentStack: string;
}

/** Shows what crashed in place of the page, as the console does; the frame around it stays. */
export class PageErrorBoundary extends Component<PropsWithChildren, { crash?: Crash }> {
  override state: { crash?: Crash } = {};

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.setState({ crash: { error, componentStack: info.componentStack ?? '' } });
  }

  static getDerivedStateFromError(error: Error): { crash: Crash } {
    return { crash: { error, componentStack: '' } };
  }

  override render(): ReactNode {
    const { crash } = this.state;
    if (crash === undefined) return this.props.children;
    return (
      <ErrorBoundaryFallbackPage
        title={crash.error.name}
        errorMessage={crash.error.message}
        stack={crash.error.stack ?? ''}
        componentStack={crash.componentStack}
      />
    );
  }
}
