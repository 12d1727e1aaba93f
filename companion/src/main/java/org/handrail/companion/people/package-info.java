/** Who signs in, by which name and in which role. The only room that knows names. */
@NullMarked
package org.handrail.companion.people;

import org.jspecify.annotations.NullMarked;
