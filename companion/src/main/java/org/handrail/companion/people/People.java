package org.handrail.companion.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Everybody who can sign in. */
@Component
public class People {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    People(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    public Optional<Person> find(UUID id) {
        return jdbc.sql("SELECT * FROM companion.person WHERE id = ?")
                .param(id)
                .query(People::person)
                .optional();
    }

    public Optional<Person> signingInAs(String name) {
        return jdbc.sql("SELECT * FROM companion.person WHERE sign_in_name = ?")
                .param(name)
                .query(People::person)
                .optional();
    }

    /** By display name. */
    public List<Person> inRole(Role role) {
        return jdbc.sql("SELECT * FROM companion.person WHERE role = ? ORDER BY display_name")
                .param(role.name())
                .query(People::person)
                .list();
    }

    public void add(Person person, String password) {
        jdbc.sql("""
                        INSERT INTO companion.person (id, role, display_name, sign_in_name, password_hash, zone, phone)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(person.id())
                .param(person.role().name())
                .param(person.displayName())
                .param(person.signInName())
                .param(passwords.encode(password))
                .param(person.zone().getId())
                .param(person.phone().orElse(null))
                .update();
    }

    Optional<String> passwordHashOf(UUID id) {
        return jdbc.sql("SELECT password_hash FROM companion.person WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("display_name"),
                row.getString("sign_in_name"),
                ZoneId.of(row.getString("zone")),
                Optional.ofNullable(row.getString("phone")));
    }
}
