package org.handrail.devicesim.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Constants as a file names them: in small letters, with spaces. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> Map<String, E> of(E[] constants) {
        var named = new LinkedHashMap<String, E>();
        Arrays.stream(constants)
                .forEach(each -> named.put(each.name().toLowerCase(Locale.ROOT).replace('_', ' '), each));
        return named;
    }
}
