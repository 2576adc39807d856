package org.heapline.bench.run;

import java.util.List;

/** All that was measured in one run. */
record Results(Options options, List<Outcome> outcomes, List<Figure> figures) {}
