package org.handrail.companion.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Not there, or not this person's to see. Nobody can tell which of the two it was. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NothingHere extends RuntimeException {

    public NothingHere() {
        super("Nothing here for whoever asked", null, false, false);
    }
}
