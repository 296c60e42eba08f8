namespace NetGen.Benchmarks.CommandLine;

/// <summary>What the program says about itself.</summary>
internal static class Help
{
    /// <summary>The text of --help.</summary>
    public const string Text = """
        Measures generated networks beside other ways to write the same step. Build with -c Release, on a machine that does nothing else.

          quick [--threads N] [--shape NAME] [--optimizer sgd|momentum|adam]
              One line for each training step, prediction and vector function, in under 90 s: best of turns of 0.3 s with pauses of 0.1 s.
              With momentum or adam the line compares with plain gradient descent instead of other libraries.
          growth [--threads N] [--out DIR]
              The time of a step against width, depth and batch, beside OpenBLAS: a table, and DIR/growth.svg (DIR is the current folder unless given).
          first-step [--shape NAME]
              The first training step of new processes, from their start, compilation included.
          mnist --data DIR [--threads N]
              The seconds of training after which 98 of 100 test pictures of MNIST are read, here and with PyTorch (Debian: apt-get install
              python3-torch). DIR holds its four files.
          build-cost
              The generator's time for one network, first and after an unrelated edit, and the length of the text that it writes; then what the compiler says of
              a project of 500 files, of which 20 use networks, and of a network of 1,000 layers: its own time, that of NetGen's analyzers,
              and of the generator.
          --help
              This text.

        Everything else goes to BenchmarkDotNet, such as --list flat, or --filter '*Step*'.

        --threads is at most how many threads a step uses: all cores unless given. NAME is a shape as the lines show it, such as 209x12288-20-7-5-1,
        or of a prediction its sizes, such as 16-32-32-4, or exp or tanh.
        OpenBLAS is measured where it is installed (Debian: apt-get install libopenblas0); without it, its part of a line is left out.
        quick says on the error output which processor's kernels it chose; where it does not know the processor, as 0.3.21 does not know Zen 5,
        it chooses those of an older one, and OPENBLAS_CORETYPE=SKYLAKEX in the environment gives it kernels with AVX-512.

        Example:
          dotnet run -c Release --project benchmarks/NetGen.Benchmarks -- quick --threads 1 --shape 128x784-128-10
        """;
}
