using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>Memory with an unreadable page before and behind it: to touch anything outside ends the process, and with it the test run.</summary>
internal sealed class GuardedMemory : IDisposable
{
    private const int NoAccess = 0, ReadWrite = 3, PrivateAnonymous = 0x22;
    private readonly nint start;
    private readonly nint inside;
    private readonly nint page = Environment.SystemPageSize;

    public GuardedMemory(int bytes)
    {
        inside = (bytes + page - 1) / page * page;
        start = Map(0, inside + 2 * page, NoAccess, PrivateAnonymous, -1, 0);
        if (start == -1 || Protect(start + page, inside, ReadWrite) != 0)
        {
            throw new InvalidOperationException($"No guarded memory: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>Whether this system's calls are known here.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>The first element of a range that starts where the readable memory does.</summary>
    public ref T AtStart<T>() => ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), start + page);

    /// <summary>The first element of a range that ends where the readable memory does.</summary>
    public ref T AtEnd<T>(int count) => ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), start + page + inside - count * Unsafe.SizeOf<T>());

    public void Dispose() => _ = Unmap(start, inside + 2 * page);

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Protect(nint address, nint length, int protection);

    [DllImport("libc", EntryPoint = "munmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Unmap(nint address, nint length);
}
