package org.handrail.companion.menteepage;

/**
 * Whether somebody is coming.
 *
 * @param who the one who is asked, or who has it; a word for somebody where no name is known
 * @param since when it was asked for, or taken
 */
record Company(Stage stage, String who, String since) {

    /** How far it is. */
    enum Stage {
        NOBODY_ASKED,
        ASKING,
        HAS_IT,
        /** Everybody was asked, and nobody has it yet. */
        NOBODY_YET,
        /** Somebody was asked and has not answered, and the stretch has eased. */
        EASED,
        COORDINATOR_HAS_IT
    }

    /** While nobody has it, it can be stood down. */
    public boolean canBeStoodDown() {
        return stage == Stage.ASKING || stage == Stage.NOBODY_YET || stage == Stage.EASED;
    }
}
