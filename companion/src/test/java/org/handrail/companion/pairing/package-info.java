@NullMarked
package org.handrail.companion.pairing;

import org.jspecify.annotations.NullMarked;
