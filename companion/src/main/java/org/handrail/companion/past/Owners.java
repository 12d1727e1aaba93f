package org.handrail.companion.past;

import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;

/** Finds whose past it is: a mentee who agrees to be measured. */
public final class Owners {

    private final People people;
    private final Consents consents;

    public Owners(House house) {
        this.people = house.room(People.class);
        this.consents = house.room(Consents.class);
    }

    /**
     * @param signInName as the mentee signs in
     * @throws ImportFault with one sentence where nobody's past can be taken in under that name
     */
    public Person find(String signInName) {
        var person = people.signingInAs(signInName)
                .orElseThrow(() -> new ImportFault("Nobody signs in as '" + signInName + "' in this house."));
        if (person.role() != Role.MENTEE) {
            throw new ImportFault("'" + signInName + "' is not a mentee; only a mentee's past is taken in.");
        }
        boolean agrees =
                consents.heldOf(person.asMentee()).stream().anyMatch(consent -> consent.scope() == Scope.COLLECTION);
        if (!agrees) {
            throw new ImportFault(
                    "'" + signInName + "' does not agree to be measured; nothing is taken in without that.");
        }
        return person;
    }
}
