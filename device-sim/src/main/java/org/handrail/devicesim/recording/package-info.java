/** Real recordings, read from the folders in which they were published, with what their authors say happened when. */
@NamedInterface("recording")
@NullMarked
package org.handrail.devicesim.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
