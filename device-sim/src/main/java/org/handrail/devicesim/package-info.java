/**
 * Wrists that do not exist, and the words they share: a {@link org.handrail.devicesim.Channel} is one stream for as long as
 * it lasts, a {@link org.handrail.devicesim.FrameCutter} cuts channels into frames as a watch would, and a
 * {@link org.handrail.devicesim.FrameSource} answers which frames are complete by when.
 */
@NullMarked
package org.handrail.devicesim;

import org.jspecify.annotations.NullMarked;
