package org.handrail.companion.people;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who wants to sign in. */
@Component
class SignIn implements UserDetailsService {

    private final People people;

    SignIn(People people) {
        this.people = people;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return people.signingInAs(name)
                .flatMap(person ->
                        people.passwordHashOf(person.id()).map(hash -> new SignedIn(person.id(), person.role(), hash)))
                .orElseThrow(() -> new UsernameNotFoundException("nobody signs in by this name"));
    }
}
