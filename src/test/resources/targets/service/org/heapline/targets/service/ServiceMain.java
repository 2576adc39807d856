package org.heapline.targets.service;

import java.io.IOException;
import org.heapline.targets.Commands;

/** A program that goes on for ever and does a little when it is told to. */
public final class ServiceMain {
    private ServiceMain() {}

    public static void main(String[] args) throws IOException {
        new Commands()
                .work("Orders.book", Orders::bookSome)
                .work("Hot.run", Hot::run)
                .warmUp()
                .work("Garbage.make", Garbage::make)
                .work("Held.run", Held::run)
                .work("Watched.run", Watched::run)
                .work("AsksItself.run", AsksItself::run)
                .work("Resident.run", Resident::run)
                .work("Resident.child", Resident::child)
                .work("Oscillation.prepare", Oscillation::prepare)
                .work("Oscillation.start", Oscillation::start)
                .work("Growth.grow", Growth::grow)
                .work("Growth.start", Growth::startAndForget)
                .work("Growth.hold", Growth::holdAndForget)
                .work("Endless.begin", Endless::begin)
                .work("Endless.steps", Endless::saySteps)
                .work("Late.load", () -> Late.load())
                .work("Growth.kept", () -> System.out.println("kept " + Growth.KEPT.size()))
                .serve();
    }
}
