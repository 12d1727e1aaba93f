package org.handrail.analytics.lane;

import org.handrail.analytics.Why;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The reason why, as it is stored. */
final class WhyJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private WhyJson() {}

    static String write(Why why) {
        return MAPPER.writeValueAsString(why);
    }

    static Why read(String json) {
        return MAPPER.readValue(json, Why.class);
    }
}
