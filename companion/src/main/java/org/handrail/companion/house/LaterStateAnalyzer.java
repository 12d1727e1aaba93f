package org.handrail.companion.house;

import org.handrail.analytics.LaterStateFound;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A house that must not open is no fault of the program: the log gets the sentence and no trace of the stack. */
final class LaterStateAnalyzer extends AbstractFailureAnalyzer<LaterStateFound> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, LaterStateFound cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
