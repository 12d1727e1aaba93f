@NullMarked
package org.handrail.companion.bench;

import org.jspecify.annotations.NullMarked;
