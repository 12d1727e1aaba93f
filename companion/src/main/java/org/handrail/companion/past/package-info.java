/** A mentee's own past, brought along in an export, into the archive as what it is: a past. */
@NullMarked
package org.handrail.companion.past;

import org.jspecify.annotations.NullMarked;
