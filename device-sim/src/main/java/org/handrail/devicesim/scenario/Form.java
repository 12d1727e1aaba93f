package org.handrail.devicesim.scenario;

import java.util.Optional;
import java.util.function.Function;

/**
 * How one value of a scenario file is written.
 *
 * @param expected in words, with an example, for whoever wrote something else
 * @param reader empty where the text is no such value
 */
record Form<T>(String expected, Function<String, Optional<T>> reader) {

    Optional<T> read(String text) {
        return reader.apply(text.strip());
    }
}
