package org.handrail.companion.house;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL that somebody runs beside the house. */
public record OtherDatabase(String url, Optional<String> user, Optional<String> password) {

    public OtherDatabase {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalStateException(
                    "A database is written as jdbc:postgresql://host:port/name, not as " + url + ".");
        }
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", url);
        user.ifPresent(name -> properties.put("spring.datasource.username", name));
        password.ifPresent(word -> properties.put("spring.datasource.password", word));
        return properties;
    }

    /** Leaves the address out too: a JDBC address may carry a password. */
    @Override
    public String toString() {
        return "OtherDatabase";
    }
}
