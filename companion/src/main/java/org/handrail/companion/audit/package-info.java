/** Looks back: what a risk window was decided by, and what another method would have found. Reads a house, changes nothing. */
@NullMarked
package org.handrail.companion.audit;

import org.jspecify.annotations.NullMarked;
