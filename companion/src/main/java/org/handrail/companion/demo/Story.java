package org.handrail.companion.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.handrail.alerts.EscalationEased;
import org.handrail.alerts.EscalationExhausted;
import org.handrail.alerts.EscalationStoodDown;
import org.handrail.alerts.NudgeAnswered;
import org.handrail.alerts.NudgeSent;
import org.handrail.alerts.NudgeUnanswered;
import org.handrail.alerts.PromptAcknowledged;
import org.handrail.alerts.PromptPassedOn;
import org.handrail.alerts.PromptRaised;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells what happens in the house, line by line, to whoever listens. Nobody does but the demo, whose people are invented:
 * names belong on no other terminal and in no log. Each line is told after its commit, on a thread of its own: whoever looks
 * up a name on the thread of a commit asks the pool for a second connection while holding the first.
 */
@Component
public class Story implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private static final Duration NEWS = Duration.ofMinutes(10);

    private final People people;
    private final Clock clock;
    private final Set<RiskWindowId> told = ConcurrentHashMap.newKeySet();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService teller = Executors.newSingleThreadExecutor();

    Story(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Tells from now on, and nothing of before. */
    public void tell(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** A window of the past, sent by a watch that catches up, is no news. */
    @EventListener
    void on(RiskWindowOpened opened) {
        if (opened.openedAt().isBefore(clock.instant().minus(NEWS))) {
            return;
        }
        told.add(opened.id());
        say(() -> "%s: a strained stretch since %s. %s"
                .formatted(
                        name(opened.mentee().value()),
                        minute(opened.start()),
                        opened.why().sentence()));
    }

    @EventListener
    void on(RiskWindowClosed closed) {
        if (!told.remove(closed.id())) {
            return;
        }
        say(() -> closed.ending() == RiskWindowClosed.Ending.EASED
                ? name(closed.mentee().value()) + ": the stretch has eased."
                : name(closed.mentee().value()) + ": nothing more is known of the stretch.");
    }

    @EventListener
    void on(NudgeSent nudge) {
        say(() -> name(nudge.mentee().value()) + "'s watch asks: \"Hard stretch?\"");
    }

    @EventListener
    void on(NudgeUnanswered nudge) {
        say(() -> "No answer. " + name(nudge.mentee().value()) + "'s own plan says what silence means.");
    }

    @EventListener
    void on(NudgeAnswered nudge) {
        say(() -> name(nudge.mentee().value()) + " answers: "
                + switch (nudge.choice()) {
                    case OKAY -> "\"I'm okay\"";
                    case ROUGH -> "\"Rough, thanks for asking\"";
                    case REACH_OUT -> "\"Reach out\"";
                });
    }

    @EventListener
    void on(PromptRaised prompt) {
        say(() -> name(prompt.mentor().value()) + " is asked to look in.");
    }

    @EventListener
    void on(PromptPassedOn prompt) {
        say(() -> prompt.handedOver()
                ? name(prompt.mentor().value()) + " can't right now."
                : name(prompt.mentor().value()) + " has not answered in time.");
    }

    @EventListener
    void on(PromptAcknowledged prompt) {
        say(() -> name(prompt.mentor().value()) + ": \"I have it\".");
    }

    @EventListener
    void on(EscalationStoodDown escalation) {
        say(() -> name(escalation.mentee().value()) + " says that nobody needs to come.");
    }

    @EventListener
    void on(EscalationEased escalation) {
        say(() -> "Nobody new is asked about " + name(escalation.mentee().value()) + " any more.");
    }

    @EventListener
    void on(EscalationExhausted escalation) {
        say(() -> "Nobody has it yet: everybody on " + name(escalation.mentee().value()) + "'s ladder was asked.");
    }

    private void say(Supplier<String> sentence) {
        if (listeners.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            teller.execute(() -> tell(sentence));
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                teller.execute(() -> tell(sentence));
            }
        });
    }

    private void tell(Supplier<String> sentence) {
        String line = TIME.format(clock.instant().atZone(ZoneId.systemDefault())) + "  " + sentence.get();
        listeners.forEach(listener -> listener.accept(line));
    }

    @Override
    public void close() {
        teller.shutdownNow();
    }

    private String name(UUID person) {
        return people.find(person).map(Person::displayName).orElse("Somebody");
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(ZoneId.systemDefault()));
    }
}
