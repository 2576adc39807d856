package org.heapline.targets.known;

/** Is initialised when its field is first asked for, and not with the classes that have it. */
interface Table {
    byte[] ROWS = new byte[3000];
}
