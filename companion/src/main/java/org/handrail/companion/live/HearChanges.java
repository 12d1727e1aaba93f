package org.handrail.companion.live;

import org.handrail.alerts.EscalationEased;
import org.handrail.alerts.EscalationExhausted;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationStoodDown;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.NudgeAnswered;
import org.handrail.alerts.NudgeEased;
import org.handrail.alerts.NudgeSent;
import org.handrail.alerts.NudgeUnanswered;
import org.handrail.alerts.PromptAcknowledged;
import org.handrail.alerts.PromptPassedOn;
import org.handrail.alerts.PromptRaised;
import org.handrail.alerts.PromptStoodDown;
import org.handrail.alerts.Prompts;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowFellSilent;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.signals.MenteeId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears what changes in the other rooms and tells the pages that show it, after the change is committed and on a thread of
 * its own. Plain listeners rather than module listeners: those would be kept until they succeed and told again after a
 * restart, and a page that is open then shows what is true then anyway.
 */
@Component
class HearChanges {

    private final LivePages pages;
    private final LiveWriters writers;
    private final Prompts prompts;
    private final Escalations escalations;
    private final People people;

    HearChanges(LivePages pages, LiveWriters writers, Prompts prompts, Escalations escalations, People people) {
        this.pages = pages;
        this.writers = writers;
        this.prompts = prompts;
        this.escalations = escalations;
        this.people = people;
    }

    @EventListener
    void on(PromptRaised raised) {
        afterCommit(() -> {
            tell(raised.mentor());
            prompts.find(raised.prompt()).ifPresent(prompt -> tell(prompt.mentee()));
            tellCoordinators();
        });
    }

    @EventListener
    void on(PromptAcknowledged acknowledged) {
        afterCommit(() -> {
            tell(acknowledged.mentor());
            tell(acknowledged.mentee());
            tellCoordinators();
        });
    }

    @EventListener
    void on(PromptPassedOn passedOn) {
        afterCommit(() -> {
            tell(passedOn.mentor());
            tellMenteeOf(passedOn.escalation());
        });
    }

    @EventListener
    void on(PromptStoodDown stoodDown) {
        afterCommit(() -> {
            tell(stoodDown.mentor());
            tellMenteeOf(stoodDown.escalation());
        });
    }

    @EventListener
    void on(EscalationExhausted exhausted) {
        afterCommit(() -> {
            tell(exhausted.mentee());
            tellCoordinators();
        });
    }

    @EventListener
    void on(EscalationEased eased) {
        afterCommit(() -> {
            tell(eased.mentee());
            escalations.find(eased.escalation()).stream()
                    .flatMap(escalation -> escalation.prompts().stream())
                    .forEach(prompt -> tell(prompt.mentor()));
            tellCoordinators();
        });
    }

    @EventListener
    void on(EscalationStoodDown stoodDown) {
        afterCommit(() -> {
            tell(stoodDown.mentee());
            tellCoordinators();
        });
    }

    @EventListener
    void on(NudgeSent sent) {
        afterCommit(() -> tell(sent.mentee()));
    }

    @EventListener
    void on(NudgeAnswered answered) {
        afterCommit(() -> tell(answered.mentee()));
    }

    @EventListener
    void on(NudgeEased eased) {
        afterCommit(() -> tell(eased.mentee()));
    }

    @EventListener
    void on(NudgeUnanswered unanswered) {
        afterCommit(() -> tell(unanswered.mentee()));
    }

    @EventListener
    void on(RiskWindowOpened opened) {
        afterCommit(() -> tell(opened.mentee()));
    }

    @EventListener
    void on(RiskWindowFellSilent silent) {
        afterCommit(() -> tell(silent.mentee()));
    }

    @EventListener
    void on(RiskWindowClosed closed) {
        afterCommit(() -> tell(closed.mentee()));
    }

    private void tell(MentorId mentor) {
        pages.changed(mentor.value());
    }

    private void tell(MenteeId mentee) {
        pages.changed(mentee.value());
    }

    private void tellMenteeOf(EscalationId escalation) {
        escalations.find(escalation).ifPresent(found -> tell(found.mentee()));
    }

    private void tellCoordinators() {
        people.inRole(Role.COORDINATOR).stream().map(Person::id).forEach(pages::changed);
    }

    /** What goes wrong in telling a page must never undo what it was told of. */
    private void afterCommit(Runnable telling) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            writers.soon(telling);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                writers.soon(telling);
            }
        });
    }
}
