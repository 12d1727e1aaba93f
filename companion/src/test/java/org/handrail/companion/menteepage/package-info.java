@NullMarked
package org.handrail.companion.menteepage;

import org.jspecify.annotations.NullMarked;
