using System.Runtime.InteropServices;

namespace NetGen.Benchmarks.Peers.OpenBlas;

/// <summary>The part of OpenBLAS that a training step calls.</summary>
internal static partial class OpenBlasLibrary
{
    /// <summary>CblasRowMajor.</summary>
    public const int RowMajor = 101;

    private const string Name = "openblas";
    private static readonly string[] FileNames = ["libopenblas.so.0", "libopenblas.so", "libopenblas.dylib", "libopenblas.dll"];
    private static readonly nint Handle = Load();

    // The library is called differently on every system; the imports below name it by one name.
    static OpenBlasLibrary() =>
        NativeLibrary.SetDllImportResolver(typeof(OpenBlasLibrary).Assembly, static (name, _, _) => name == Name ? Handle : 0);

    /// <summary>Whether this machine has the library.</summary>
    public static bool IsAvailable => Handle != 0;

    /// <summary>What the library says of itself: version, kernels, threads.</summary>
    public static string Configuration => Marshal.PtrToStringAnsi(GetConfiguration()) ?? "";

    /// <summary>Sets how many threads the products may use.</summary>
    [LibraryImport(Name, EntryPoint = "openblas_set_num_threads")]
    public static partial void SetThreads(int threads);

    /// <summary>C = alpha op(A) op(B) + beta C.</summary>
    [LibraryImport(Name, EntryPoint = "cblas_sgemm")]
    public static unsafe partial void MultiplyMatrices(
        int order,
        Transposed transposedA,
        Transposed transposedB,
        int m,
        int n,
        int k,
        float alpha,
        float* a,
        int strideA,
        float* b,
        int strideB,
        float beta,
        float* c,
        int strideC);

    /// <summary>y += alpha x.</summary>
    [LibraryImport(Name, EntryPoint = "cblas_saxpy")]
    public static unsafe partial void AddScaled(int count, float alpha, float* x, int strideX, float* y, int strideY);

    [LibraryImport(Name, EntryPoint = "openblas_get_config")]
    private static partial nint GetConfiguration();

    private static nint Load()
    {
        foreach (string file in FileNames)
        {
            if (NativeLibrary.TryLoad(file, out nint handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
