/** Where a watch comes with its code and leaves with its id and secret. */
@NullMarked
package org.handrail.companion.pairing;

import org.jspecify.annotations.NullMarked;
