package org.handrail.analytics.label;

import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.MenteeReported;
import org.springframework.modulith.events.ApplicationModuleListener;

/** Hears what mentees say on the watch. It may come late, and twice. */
class HearWords {

    private final KeptLabels labels;

    HearWords(KeptLabels labels) {
        this.labels = labels;
    }

    @ApplicationModuleListener
    void on(MenteeAnswered answered) {
        labels.tell(answered);
    }

    @ApplicationModuleListener
    void on(MenteeReported reported) {
        labels.tell(reported);
    }
}
