package org.handrail;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private final ApplicationModules rooms = ApplicationModules.of(Handrail.class);

    @Test
    void everyRoomIsEnteredByItsDoor() {
        rooms.verify();
    }

    @Test
    void theRoomsAreDrawn() {
        new Documenter(rooms).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
