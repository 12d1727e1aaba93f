package org.handrail.companion.mentorpage;

import java.util.List;
import java.util.Optional;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;

/**
 * One prompt in the words of the page. Who and why are absent once they need not be known any more.
 *
 * @param others whether somebody else is being asked as well
 * @param isLastHope every step was tried and nobody has it
 * @param hasEased the stretch is over, so nobody else will be asked
 */
record PromptSheet(
        PromptId id,
        PromptStage stage,
        Optional<Person> person,
        boolean others,
        boolean isLastHope,
        boolean hasEased,
        Optional<Prompt.Response> response) {

    /**
     * @param headline who and what, in five words
     * @param why one sentence; absent where the mentee asked without any sensor in play
     * @param dial the phone number as a phone dials it
     */
    record Person(
            String name,
            String headline,
            String clock,
            String ago,
            Optional<String> why,
            List<String> copingSteps,
            String openingWords,
            Optional<String> dial) {

        Person {
            copingSteps = List.copyOf(copingSteps);
        }
    }
}
