package org.handrail.analytics.lane;

import java.util.List;
import org.handrail.analytics.Why.Term;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Weighed terms as they are stored, exact to the last bit; none at all is null. */
final class TermsJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private TermsJson() {}

    static @Nullable String write(List<Term> terms) {
        return terms.isEmpty() ? null : MAPPER.writeValueAsString(terms);
    }

    static List<Term> read(@Nullable String json) {
        return json == null ? List.of() : List.of(MAPPER.readValue(json, Term[].class));
    }
}
