package org.handrail.devicesim.scenario;

/** A scenario cannot be used. The message has a line for each thing that is wrong: which file, which line, what was expected. */
public final class ScenarioFault extends RuntimeException {

    ScenarioFault(String sentences) {
        super(sentences);
    }

    ScenarioFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
