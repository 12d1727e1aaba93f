@NullMarked
package org.handrail.companion.embedded;

import org.jspecify.annotations.NullMarked;
