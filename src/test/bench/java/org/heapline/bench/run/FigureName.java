package org.heapline.bench.run;

/** What is measured beside the cost of probes. */
enum FigureName {
    JAR(new JarSize()),
    START(new CommandStart()),
    ATTACH(new AttachTime()),
    INSTRUMENT(new InstrumentingTime()),
    HEAP(new AgentHeap()),
    STACK(new StackDepth()),
    ARM(new ArmedLimit());

    private final Measure measure;

    FigureName(Measure measure) {
        this.measure = measure;
    }

    Measure measure() {
        return measure;
    }
}
