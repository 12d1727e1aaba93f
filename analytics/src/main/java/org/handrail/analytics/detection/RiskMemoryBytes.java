package org.handrail.analytics.detection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.handrail.analytics.budget.AlertBudget;
import org.handrail.analytics.budget.Asking;
import org.handrail.analytics.risk.AnswersSoFar;
import org.handrail.analytics.risk.HardHours;
import org.handrail.analytics.risk.NightsBehind;
import org.handrail.analytics.risk.SaidLately;
import org.handrail.analytics.risk.TwoStateFilter;

/** What the risk is made of, as bytes. */
final class RiskMemoryBytes {

    private RiskMemoryBytes() {}

    static void write(DataOutputStream out, RiskMemory risk) throws IOException {
        out.writeDouble(risk.strain().probability());
        write(out, risk.said());
        LearntBytes.writeDoubles(out, risk.hardHours().numbers());
        out.writeDouble(risk.answers().hard());
        out.writeDouble(risk.answers().okay());
        write(out, risk.nights());
        out.writeInt(risk.asleepMinutes());
        write(out, risk.asking());
    }

    static RiskMemory read(DataInputStream in) throws IOException {
        return new RiskMemory(
                new TwoStateFilter(in.readDouble()),
                readSaid(in),
                HardHours.of(LearntBytes.readDoubles(in)),
                new AnswersSoFar(in.readDouble(), in.readDouble()),
                readNights(in),
                in.readInt(),
                readAsking(in));
    }

    private static void write(DataOutputStream out, SaidLately said) throws IOException {
        write(out, said.craving());
        write(out, said.stress());
        out.writeLong(said.reportMs());
        out.writeDouble(said.usualGapH());
        out.writeLong(said.answerMs());
        out.writeLong(said.contactMs());
    }

    private static void write(DataOutputStream out, SaidLately.Level told) throws IOException {
        out.writeByte(told.level());
        out.writeLong(told.atMs());
    }

    private static SaidLately readSaid(DataInputStream in) throws IOException {
        return new SaidLately(
                readLevel(in), readLevel(in), in.readLong(), in.readDouble(), in.readLong(), in.readLong());
    }

    private static SaidLately.Level readLevel(DataInputStream in) throws IOException {
        return new SaidLately.Level(in.readUnsignedByte(), in.readLong());
    }

    private static void write(DataOutputStream out, NightsBehind nights) throws IOException {
        write(out, nights.asleep());
        write(out, nights.efficiency());
        var last = nights.last();
        out.writeLong(last.day());
        out.writeLong(last.endMs());
        out.writeDouble(last.asleep());
        out.writeDouble(last.efficiency());
        out.writeDouble(last.regularity());
        out.writeDouble(last.debt());
    }

    private static void write(DataOutputStream out, NightsBehind.Usual usual) throws IOException {
        out.writeDouble(usual.nights());
        out.writeDouble(usual.mean());
        out.writeDouble(usual.variance());
    }

    private static NightsBehind.Usual readUsual(DataInputStream in) throws IOException {
        return new NightsBehind.Usual(in.readDouble(), in.readDouble(), in.readDouble());
    }

    private static NightsBehind readNights(DataInputStream in) throws IOException {
        return new NightsBehind(
                readUsual(in),
                readUsual(in),
                new NightsBehind.Last(
                        in.readLong(),
                        in.readLong(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble()));
    }

    private static void write(DataOutputStream out, Asking asking) throws IOException {
        out.writeDouble(asking.budget().threshold());
        out.writeLong(asking.budget().day());
        out.writeInt(asking.budget().left());
        out.writeLong(asking.budget().lastMinute());
        out.writeInt(asking.heldMinutes());
        out.writeBoolean(asking.isSettled());
    }

    private static Asking readAsking(DataInputStream in) throws IOException {
        var budget = new AlertBudget(in.readDouble(), in.readLong(), in.readInt(), in.readLong());
        return new Asking(budget, in.readInt(), in.readBoolean());
    }
}
