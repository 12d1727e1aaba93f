/** What all pages share: the front door, the frame around them, and times in plain words. */
@NullMarked
package org.handrail.companion.web;

import org.jspecify.annotations.NullMarked;
