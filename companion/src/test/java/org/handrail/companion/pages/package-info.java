/** Pages as people meet them: over HTTP and in a real browser, in front of a whole house. */
@NullMarked
package org.handrail.companion.pages;

import org.jspecify.annotations.NullMarked;
