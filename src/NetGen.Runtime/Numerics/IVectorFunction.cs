using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>A function of one number in every vector width, all with the same bits, for <see cref="SpanMap"/>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface IVectorFunction<T>
    where T : unmanaged
{
    static abstract Vector512<T> Of(Vector512<T> x);

    static abstract Vector256<T> Of(Vector256<T> x);

    static abstract Vector128<T> Of(Vector128<T> x);
}
